-- The beginning of every script. The keys of the jobs database:
--   queue:{q}         list   ids of waiting jobs, added at the left and taken at the right
--   processing:{w}:{q} list  ids that worker w has claimed from q and not completed
--   live              hash   id -> payload of every job that is waiting, delayed or claimed
--   delayed:{q}       zset   ids with the moment (ms) at which they move to queue:{q}
--   failures          hash   id -> how many times its handler failed
--   crashes           hash   id -> how many workers died while they executed it alone; 0: its worker died, perhaps by another job
--   alone             hash   worker -> id of the job that it executes while it executes no other one
--   revive            zset   ids of dead jobs that are tried once more, with the moment (ms); revived (hash): the id was
--   errors            hash   id -> the last error of its handler
--   dead              zset   ids of dead jobs with the moment of death (ms); dead:payload and dead:error hold the rest
--   workers           zset   worker -> last heartbeat (ms)
--   paused            set    queues from which no worker claims jobs
--   stats:{q}         hash   totals; stats:{q}:{minute} holds the same for one minute and expires after two hours
-- The scripts build keys instead of receiving them as KEYS: a cluster has no numbered databases, so it cannot run them anyway.

-- The time of the server in ms, because the clocks of workers may differ.
local function now()
  local t = redis.call('TIME')
  return t[1] * 1000 + math.floor(t[2] / 1000)
end

-- A payload as it is sent to a process: '' if it is larger than any that is pushed today, so that no process runs out of memory
-- because of it. An empty payload is unreadable, and its job is dead. Envelope.MOST_BYTES has the same number.
local function readable(payload)
  if payload and #payload > 32768 then return '' end
  return payload
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

local function delete_live(ids)
  if #ids == 0 then return end
  for _, hash in ipairs({'live', 'failures', 'crashes', 'errors', 'revived'}) do
    redis.call('HDEL', hash, unpack(ids))
  end
end

local function delete_dead(ids)
  if #ids == 0 then return end
  redis.call('ZREM', 'dead', unpack(ids))
  redis.call('ZREM', 'revive', unpack(ids))
  redis.call('HDEL', 'dead:payload', unpack(ids))
  redis.call('HDEL', 'dead:error', unpack(ids))
end

-- Moves a live job to the dead jobs, and deletes the oldest of these beyond their maximum number and age (ms).
local function mark_dead(id, queue, reason, most, age)
  local payload = redis.call('HGET', 'live', id)
  delete_live({id})
  if not payload then return end
  local at = now()
  redis.call('ZADD', 'dead', at, id)
  redis.call('HSET', 'dead:payload', id, payload)
  redis.call('HSET', 'dead:error', id, reason)
  count(queue, 'dead', 1)
  delete_dead(redis.call('ZRANGEBYSCORE', 'dead', '-inf', at - age, 'LIMIT', 0, 100))
  local over = redis.call('ZCARD', 'dead') - most
  if over > 0 then delete_dead(redis.call('ZRANGE', 'dead', 0, math.min(over, 100) - 1)) end
end

