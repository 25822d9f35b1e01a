-- worker, queue, most, first -> -1 where the queue is paused, else (id, payload, failures, crashes)...
-- BLMOVE has put `first` into the worker's list; this takes up to `most` in all and reads them. An id without a payload
-- was deleted by an operator and is dropped.
local worker, queue, most, first = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4]
local mine, waiting = processing(worker, queue), 'queue:' .. queue
if redis.call('SISMEMBER', 'paused', queue) == 1 then
  if redis.call('LREM', mine, 1, first) == 1 then redis.call('RPUSH', waiting, first) end
  return -1
end
redis.call('ZADD', 'workers', now(), worker)
local ids = {}
-- It is not there when this worker was stopped for longer than the lease and another one has it.
if redis.call('LPOS', mine, first) then ids[1] = first end
while #ids < most do
  local id = redis.call('LMOVE', waiting, mine, 'RIGHT', 'LEFT')
  if not id then break end
  ids[#ids + 1] = id
end
if #ids == 0 then return {} end
local payloads = redis.call('HMGET', 'live', unpack(ids))
local failures = redis.call('HMGET', 'failures', unpack(ids))
local crashes = redis.call('HMGET', 'crashes', unpack(ids))
local claimed, dropped = {}, {}
for i, id in ipairs(ids) do
  if payloads[i] then
    local n = #claimed
    claimed[n + 1], claimed[n + 2] = id, payloads[i]
    claimed[n + 3], claimed[n + 4] = failures[i] or '0', crashes[i] or '0'
  else
    redis.call('LREM', mine, 1, id)
    dropped[#dropped + 1] = id
  end
end
forget(dropped)
return claimed
