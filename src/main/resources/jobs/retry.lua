-- worker, queue, (id, delay in ms, error)... -> how many were still this worker's. An empty error means: put back, not a
-- failure (a job of a later version).
local worker, queue = ARGV[1], ARGV[2]
local mine, again, failed = processing(worker, queue), 0, 0
for i = 3, #ARGV, 3 do
  local id = ARGV[i]
  if redis.call('LREM', mine, -1, id) == 1 then
    again = again + 1
    redis.call('ZADD', 'delayed:' .. queue, now() + tonumber(ARGV[i + 1]), id)
    if ARGV[i + 2] ~= '' then
      failed = failed + 1
      redis.call('HINCRBY', 'failures', id, 1)
      redis.call('HSET', 'errors', id, ARGV[i + 2])
    end
  end
end
count(queue, 'failed', failed)
return again
