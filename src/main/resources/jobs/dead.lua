-- most -> {moment of death (ms), payload, reason, id}... the latest first.
local jobs = {}
local latest = redis.call('ZREVRANGE', 'dead', 0, ARGV[1] - 1, 'WITHSCORES')
for n = 1, #latest, 2 do
  local id = latest[n]
  jobs[#jobs + 1] = {
    latest[n + 1], readable(redis.call('HGET', 'dead:payload', id)) or '', redis.call('HGET', 'dead:error', id) or '', id,
  }
end
return jobs
