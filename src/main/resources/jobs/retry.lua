-- worker, queue, (id, delay in ms, error)... -> the number of jobs that this worker still held. An empty error means that the
-- job is put back without an attempt, because its version is later than the worker's.
local worker, queue = ARGV[1], ARGV[2]
local claimed, delayed, failed = processing(worker, queue), 0, 0
for i = 3, #ARGV, 3 do
  local id = ARGV[i]
  if redis.call('LREM', claimed, -1, id) == 1 then
    delayed = delayed + 1
    redis.call('ZADD', 'delayed:' .. queue, now() + tonumber(ARGV[i + 1]), id)
    if ARGV[i + 2] ~= '' then
      failed = failed + 1
      redis.call('HINCRBY', 'failures', id, 1)
      redis.call('HSET', 'errors', id, ARGV[i + 2])
    end
  end
end
count(queue, 'failed', failed)
return delayed
