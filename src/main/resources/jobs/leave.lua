-- worker, queue... -> how many unfinished jobs a worker that stops gave back to the heads of their queues.
local given = 0
for i = 2, #ARGV do
  local id = redis.call('LPOP', processing(ARGV[1], ARGV[i]))
  while id do
    redis.call('RPUSH', 'queue:' .. ARGV[i], id)
    given = given + 1
    id = redis.call('LPOP', processing(ARGV[1], ARGV[i]))
  end
end
redis.call('ZREM', 'workers', ARGV[1])
return given
