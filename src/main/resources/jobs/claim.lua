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
-- A job that has lost a worker before is claimed alone: if it is poison, it takes nothing with it.
local suspects = redis.call('EXISTS', 'crashes') == 1
local function suspect(id) return suspects and redis.call('HEXISTS', 'crashes', id) == 1 end
if ids[1] and suspect(ids[1]) then most = 1 end
while #ids < most do
  local next = redis.call('LINDEX', waiting, -1)
  if not next or (#ids > 0 and suspect(next)) then break end
  ids[#ids + 1] = redis.call('LMOVE', waiting, mine, 'RIGHT', 'LEFT')
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
