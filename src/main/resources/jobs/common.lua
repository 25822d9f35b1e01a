-- Stands before every script. The keys of the jobs database:
--   queue:{q}         list   ids of waiting jobs; enters at the left, leaves at the right
--   processing:{w}:{q} list  ids that worker w has taken from q and not yet settled
--   live              hash   id -> payload of every job that is waiting, delayed or being done
--   delayed:{q}       zset   ids with the moment (ms) at which they join queue:{q}
--   failures, crashes hash   id -> how often the handler threw, how often its worker was lost
--   errors            hash   id -> what the handler threw last
--   dead              zset   ids of buried jobs with the moment (ms); dead:payload and dead:error hold the rest
--   workers           zset   worker -> last sign of life (ms)
--   paused            set    queues from which nothing is taken
--   stats:{q}         hash   totals; stats:{q}:{minute} the same for one minute, kept for two hours
-- Keys are made here and not passed as KEYS: numbered databases do not exist in a cluster anyway.

-- The server's clock in ms: workers need not agree on the time.
local function now()
  local t = redis.call('TIME')
  return t[1] * 1000 + math.floor(t[2] / 1000)
end

local function processing(worker, queue)
  return 'processing:' .. worker .. ':' .. queue
end

local function count(queue, what, n)
  if n == 0 then return end
  local minute = string.format('stats:%s:%d', queue, math.floor(now() / 60000))
  redis.call('HINCRBY', 'stats:' .. queue, what, n)
  redis.call('HINCRBY', minute, what, n)
  redis.call('EXPIRE', minute, 7200)
end

local function forget(ids)
  if #ids == 0 then return end
  for _, hash in ipairs({'live', 'failures', 'crashes', 'errors'}) do
    redis.call('HDEL', hash, unpack(ids))
  end
end

local function undead(ids)
  if #ids == 0 then return end
  redis.call('ZREM', 'dead', unpack(ids))
  redis.call('HDEL', 'dead:payload', unpack(ids))
  redis.call('HDEL', 'dead:error', unpack(ids))
end

-- Moves a job to the dead letters and keeps these within their number and age (ms).
local function bury(id, queue, reason, most, age)
  local payload = redis.call('HGET', 'live', id)
  forget({id})
  if not payload then return end
  local at = now()
  redis.call('ZADD', 'dead', at, id)
  redis.call('HSET', 'dead:payload', id, payload)
  redis.call('HSET', 'dead:error', id, reason)
  count(queue, 'dead', 1)
  undead(redis.call('ZRANGEBYSCORE', 'dead', '-inf', at - age, 'LIMIT', 0, 100))
  local over = redis.call('ZCARD', 'dead') - most
  if over > 0 then undead(redis.call('ZRANGE', 'dead', 0, math.min(over, 100) - 1)) end
end

