-- One line a run: requests, seconds, milliseconds at p50, p95 and p99, errors. REQUEST is "get", or "post" with the
-- member's cookie and token in the environment.
local post = os.getenv("BENCH_POST")

if post then
  local questions = tonumber(os.getenv("BENCH_QUESTIONS"))
  request = function()
    local body = "text=An+answer+under+load%2C+number+" .. math.random(1, 1000000000)
    local headers = {
      ["Content-Type"] = "application/x-www-form-urlencoded",
      ["Cookie"] = os.getenv("BENCH_COOKIE"),
      ["X-CSRF-TOKEN"] = os.getenv("BENCH_TOKEN"),
    }
    return wrk.format("POST", "/question/" .. math.random(1, questions) .. "/answers", headers, body)
  end
end

init = function(args)
  math.randomseed(os.time())
end

done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format("RESULT %d %.3f %.2f %.2f %.2f %d\n", summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    e.connect + e.read + e.write + e.status + e.timeout))
end
