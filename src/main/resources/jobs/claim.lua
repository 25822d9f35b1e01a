-- worker, queue, most, first -> -1 if the queue is paused, else (id, payload, failures, crashes or -1 if no worker died with it)...
-- BLMOVE has moved `first` to the worker's list. This script adds ids up to `most` and reads the jobs. If an id has no payload,
-- an operator has deleted the job, and the id is removed.
local worker, queue, most, first = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4]
local claimed, waiting = processing(worker, queue), 'queue:' .. queue
if redis.call('SISMEMBER', 'paused', queue) == 1 then
  if redis.call('LREM', claimed, 1, first) == 1 then redis.call('RPUSH', waiting, first) end
  return -1
end
redis.call('ZADD', 'workers', now(), worker)
local ids = {}
-- It is missing if this worker was stopped for longer than the lease and another worker has taken it over.
if redis.call('LPOS', claimed, first) then ids[1] = first end
-- A job that a dead worker held is claimed alone. If it ends this worker too, it affects no other job.
local any_crash = redis.call('EXISTS', 'crashes') == 1
local function crashed(id) return any_crash and redis.call('HEXISTS', 'crashes', id) == 1 end
if ids[1] and crashed(ids[1]) then most = 1 end
while #ids < most do
  local next = redis.call('LINDEX', waiting, -1)
  if not next or (#ids > 0 and crashed(next)) then break end
  ids[#ids + 1] = redis.call('LMOVE', waiting, claimed, 'RIGHT', 'LEFT')
end
if #ids == 0 then return {} end
local payloads = redis.call('HMGET', 'live', unpack(ids))
local failures = redis.call('HMGET', 'failures', unpack(ids))
local crashes = redis.call('HMGET', 'crashes', unpack(ids))
local jobs, deleted = {}, {}
for i, id in ipairs(ids) do
  if payloads[i] then
    local n = #jobs
    jobs[n + 1], jobs[n + 2] = id, readable(payloads[i])
    jobs[n + 3], jobs[n + 4] = failures[i] or '0', crashes[i] or '-1'
  else
    redis.call('LREM', claimed, 1, id)
    deleted[#deleted + 1] = id
  end
end
delete_live(deleted)
return jobs
