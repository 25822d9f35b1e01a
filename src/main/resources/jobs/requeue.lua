-- worker, queue, id in flight... -> the number of requeued jobs. Requeues all ids of the worker's list but those in flight. The
-- worker does not know the others, because the answer to its claim was lost.
local worker, queue = ARGV[1], ARGV[2]
local claimed, in_flight, requeued = processing(worker, queue), {}, 0
for i = 3, #ARGV do in_flight[ARGV[i]] = true end
for _, id in ipairs(redis.call('LRANGE', claimed, 0, -1)) do
  if not in_flight[id] then
    redis.call('LREM', claimed, 1, id)
    redis.call('RPUSH', 'queue:' .. queue, id)
    requeued = requeued + 1
  end
end
return requeued
