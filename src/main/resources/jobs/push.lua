-- (id, queue, delay in ms, payload)... -> the number of new jobs. A job that is live is not pushed again. A second push by the
-- relay therefore changes nothing, and a job with a fixed id exists at most once.
local pushed = 0
for i = 1, #ARGV, 4 do
  local id, queue, delay = ARGV[i], ARGV[i + 1], tonumber(ARGV[i + 2])
  if redis.call('HSETNX', 'live', id, ARGV[i + 3]) == 1 then
    pushed = pushed + 1
    if delay > 0 then
      redis.call('ZADD', 'delayed:' .. queue, now() + delay, id)
    else
      redis.call('LPUSH', 'queue:' .. queue, id)
    end
  end
end
return pushed
