-- lease in ms, maximum crashes, maximum number of dead jobs, their maximum age in ms, queue... -> {requeued, dead id...}
-- Takes over the jobs of lost workers and requeues them at the heads of their queues, in their order. A job counts only workers that
-- died while they executed this job alone; the others were perhaps ended by another job. Any job of a lost worker is executed alone
-- from then on. If a job has lost more than one worker alone, it is delayed, each job by a different time: a job that ends its worker
-- then ends no innocent jobs with it. A job that has lost `maximum crashes` workers is dead, and is tried once more after an hour. A
-- worker is deleted only after a day, because a worker that was stopped for long may still move a job to its list.
local DAY = 86400000
local HOUR = 3600000
local SPREAD = 10000
local lease, crashes, most, age = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local result = {0}

local function bury(id, queue)
  local again = redis.call('HEXISTS', 'revived', id) == 0
  local reason = 'lost ' .. crashes .. ' workers'
  mark_dead(id, queue, again and reason .. '; tried once more after an hour' or reason .. ', and one more an hour later', most, age)
  if again then redis.call('ZADD', 'revive', now() + HOUR, id) end
  result[#result + 1] = id
end

for _, worker in ipairs(redis.call('ZRANGEBYSCORE', 'workers', '-inf', now() - lease)) do
  local alone, held = redis.call('HGET', 'alone', worker), 0
  for i = 5, #ARGV do held = held + redis.call('LLEN', processing(worker, ARGV[i])) end
  for i = 5, #ARGV do
    local queue = ARGV[i]
    local claimed = processing(worker, queue)
    local id = redis.call('LPOP', claimed)
    while id do
      local counts = held == 1 or alone == id
      local lost = redis.call('HINCRBY', 'crashes', id, counts and 1 or 0)
      if counts and (lost >= crashes or redis.call('HEXISTS', 'revived', id) == 1) then
        bury(id, queue)
      else
        if lost <= 1 then
          redis.call('RPUSH', 'queue:' .. queue, id)
        else
          local delay = (now() + result[1] * SPREAD / 3) % SPREAD
          redis.call('ZADD', 'delayed:' .. queue, now() + math.floor(delay), id)
        end
        result[1] = result[1] + 1
      end
      id = redis.call('LPOP', claimed)
    end
  end
  redis.call('HDEL', 'alone', worker)
end
redis.call('ZREMRANGEBYSCORE', 'workers', '-inf', now() - DAY)
return result
