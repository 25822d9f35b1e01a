-- One line a run: requests, seconds, milliseconds at p50, p95 and p99, errors. BENCH_POST makes them posts by the member
-- whose cookie and token are in the environment: "answers", or "mixed" with two votes to an answer.
-- Without BENCH_POST, the cookie makes them requests of this member, whose pages are never cached.
local post = os.getenv("BENCH_POST")

if post then
  local questions = tonumber(os.getenv("BENCH_QUESTIONS"))
  local sent = 0
  local function to(path, type, body)
    return wrk.format("POST", "/question/" .. math.random(1, questions) .. path,
      { ["Content-Type"] = type, ["Cookie"] = os.getenv("BENCH_COOKIE"), ["X-CSRF-TOKEN"] = os.getenv("BENCH_TOKEN") }, body)
  end
  request = function()
    sent = sent + 1
    if post == "mixed" and sent % 3 ~= 0 then
      return to("/vote", "application/json", '{"value": ' .. (sent % 2 * 2 - 1) .. "}")
    end
    return to("/answers", "application/x-www-form-urlencoded", "text=An+answer+under+load%2C+number+" .. math.random(1, 1e9))
  end
end

if not post and os.getenv("BENCH_COOKIE") then wrk.headers["Cookie"] = os.getenv("BENCH_COOKIE") end

-- The site correctly refuses a member's vote for their question.
local threads, REFUSED = {}, 403
refused = 0
setup = function(thread) table.insert(threads, thread) end
if post == "mixed" then
  response = function(status) if status == REFUSED then refused = refused + 1 end end
end

init = function(args)
  math.randomseed(os.time())
end

done = function(summary, latency, requests)
  local e, allowed = summary.errors, 0
  for _, thread in ipairs(threads) do allowed = allowed + thread:get("refused") end
  io.write(string.format("RESULT %d %.3f %.2f %.2f %.2f %d\n", summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    e.connect + e.read + e.write + e.status + e.timeout - allowed))
end
