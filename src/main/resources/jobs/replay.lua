-- id... -> the number of replayed jobs. Moves dead jobs back to their queues, with all their attempts.
local replayed = 0
for _, id in ipairs(ARGV) do
  local payload = redis.call('HGET', 'dead:payload', id)
  local readable, job = pcall(cjson.decode, payload or '')
  if payload and readable then
    if redis.call('HSETNX', 'live', id, payload) == 1 then
      redis.call('LPUSH', 'queue:' .. job.queue, id)
      replayed = replayed + 1
    end
    delete_dead({id})
  end
end
return replayed
