-- lease in ms, maximum crashes, maximum number of dead jobs, their maximum age in ms, queue... -> {requeued, dead id...}
-- Takes over the jobs of lost workers and requeues them at the heads of their queues, in their order. If a job has lost more than
-- one worker, it is delayed instead, each job by a different time: a job that ends its worker then ends no innocent jobs with
-- it. A job that has lost `maximum crashes` workers is dead. A worker is deleted only after a day, because a worker that was
-- stopped for long may still move a job to its list.
local DAY = 86400000
local SPREAD = 10000
local lease, crashes, most, age = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local result = {0}
for _, worker in ipairs(redis.call('ZRANGEBYSCORE', 'workers', '-inf', now() - lease)) do
  for i = 5, #ARGV do
    local queue = ARGV[i]
    local claimed = processing(worker, queue)
    local id = redis.call('LPOP', claimed)
    while id do
      local lost = redis.call('HINCRBY', 'crashes', id, 1)
      if lost >= crashes then
        mark_dead(id, queue, 'lost ' .. crashes .. ' workers', most, age)
        result[#result + 1] = id
      else
        if lost == 1 then
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
end
redis.call('ZREMRANGEBYSCORE', 'workers', '-inf', now() - DAY)
return result
