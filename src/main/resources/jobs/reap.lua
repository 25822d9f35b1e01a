-- lease in ms, most crashes, most dead letters, their age in ms, queue... -> {given back, buried id...}
-- Takes over what lost workers have left: at the head of its queue, in its order. One that has lost more than one worker
-- waits a little, each for a different time, so that the innocent are not there when the poison works; one that has lost
-- `most crashes` workers is it. A worker is forgotten only after a day: one that wakes up late may still move a job to its list.
local DAY = 86400000
local SPREAD = 10000
local lease, crashes, most, age = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local result = {0}
for _, worker in ipairs(redis.call('ZRANGEBYSCORE', 'workers', '-inf', now() - lease)) do
  for i = 5, #ARGV do
    local queue = ARGV[i]
    local theirs = processing(worker, queue)
    local id = redis.call('LPOP', theirs)
    while id do
      local lost = redis.call('HINCRBY', 'crashes', id, 1)
      if lost >= crashes then
        bury(id, queue, 'lost ' .. crashes .. ' workers', most, age)
        result[#result + 1] = id
      else
        if lost == 1 then
          redis.call('RPUSH', 'queue:' .. queue, id)
        else
          local apart = (now() + result[1] * SPREAD / 3) % SPREAD
          redis.call('ZADD', 'delayed:' .. queue, now() + math.floor(apart), id)
        end
        result[1] = result[1] + 1
      end
      id = redis.call('LPOP', theirs)
    end
  end
end
redis.call('ZREMRANGEBYSCORE', 'workers', '-inf', now() - DAY)
return result
