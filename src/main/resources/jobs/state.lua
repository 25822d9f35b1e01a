-- queue... -> {number of dead jobs, {per queue: depth, oldest payload or '', delayed, claimed, paused, processed, failed, dead,
-- processed within the last minute}, {per worker: name, ms since its last heartbeat, claimed}}
local at = now()
local minute = math.floor(at / 60000)
local rest = 1 - (at % 60000) / 60000
local workers, queues, busy = {}, {}, {}
local heartbeats = redis.call('ZRANGE', 'workers', 0, -1, 'WITHSCORES')
for i = 1, #heartbeats, 2 do
  local n = 0
  for _, queue in ipairs(ARGV) do
    local claimed = redis.call('LLEN', processing(heartbeats[i], queue))
    busy[queue] = (busy[queue] or 0) + claimed
    n = n + claimed
  end
  workers[#workers + 1] = {heartbeats[i], at - heartbeats[i + 1], n}
end
local function total(key, what) return tonumber(redis.call('HGET', key, what) or 0) end
for _, queue in ipairs(ARGV) do
  local oldest = redis.call('LINDEX', 'queue:' .. queue, -1)
  local stats = 'stats:' .. queue
  local rate = total(string.format('%s:%d', stats, minute), 'processed')
    + rest * total(string.format('%s:%d', stats, minute - 1), 'processed')
  queues[#queues + 1] = {
    redis.call('LLEN', 'queue:' .. queue),
    oldest and readable(redis.call('HGET', 'live', oldest)) or '',
    redis.call('ZCARD', 'delayed:' .. queue),
    busy[queue] or 0,
    redis.call('SISMEMBER', 'paused', queue),
    total(stats, 'processed'),
    total(stats, 'failed'),
    total(stats, 'dead'),
    math.floor(rate),
  }
end
return {redis.call('ZCARD', 'dead'), queues, workers}
