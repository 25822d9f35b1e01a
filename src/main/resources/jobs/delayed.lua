-- most, queue... -> {due (ms), payload, failures, last error, id}... the next jobs of each queue, the soonest first.
local jobs = {}
for i = 2, #ARGV do
  local next = redis.call('ZRANGE', 'delayed:' .. ARGV[i], 0, ARGV[1] - 1, 'WITHSCORES')
  for n = 1, #next, 2 do
    local id = next[n]
    jobs[#jobs + 1] = {
      next[n + 1], readable(redis.call('HGET', 'live', id)) or '', redis.call('HGET', 'failures', id) or '0',
      redis.call('HGET', 'errors', id) or '', id,
    }
  end
end
return jobs
