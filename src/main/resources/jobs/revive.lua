-- id... -> the number of queued jobs. Queues dead jobs once more that have lost too many workers. Without ids: the ids that are due.
if #ARGV == 0 then return redis.call('ZRANGEBYSCORE', 'revive', '-inf', now(), 'LIMIT', 0, 100) end
local revived = 0
for _, id in ipairs(ARGV) do
  local payload = redis.call('HGET', 'dead:payload', id)
  local readable, job = pcall(cjson.decode, payload or '')
  if payload and readable and redis.call('HSETNX', 'live', id, payload) == 1 then
    redis.call('HSET', 'revived', id, '1')
    redis.call('HSET', 'crashes', id, '0')
    redis.call('LPUSH', 'queue:' .. job.queue, id)
    revived = revived + 1
  end
  delete_dead({id})
end
return revived
