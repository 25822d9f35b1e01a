-- id... -> how many dead letters joined their queues again, with all their attempts before them.
local revived = 0
for _, id in ipairs(ARGV) do
  local payload = redis.call('HGET', 'dead:payload', id)
  local readable, job = pcall(cjson.decode, payload or '')
  if payload and readable then
    if redis.call('HSETNX', 'live', id, payload) == 1 then
      redis.call('LPUSH', 'queue:' .. job.queue, id)
      revived = revived + 1
    end
    undead({id})
  end
end
return revived
