-- worker, queue... -> the number of requeued jobs. Requeues the claimed jobs of a stopping worker at the heads of their queues, and
-- deletes its heartbeat.
local requeued = 0
for i = 2, #ARGV do
  local id = redis.call('LPOP', processing(ARGV[1], ARGV[i]))
  while id do
    redis.call('RPUSH', 'queue:' .. ARGV[i], id)
    requeued = requeued + 1
    id = redis.call('LPOP', processing(ARGV[1], ARGV[i]))
  end
end
redis.call('ZREM', 'workers', ARGV[1])
redis.call('HDEL', 'alone', ARGV[1])
return requeued
