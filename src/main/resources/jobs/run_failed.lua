-- queue... -> the number of jobs. Makes the delayed jobs due that have failed, because the part that failed them is back.
local due = 0
for _, queue in ipairs(ARGV) do
  for _, id in ipairs(redis.call('ZRANGE', 'delayed:' .. queue, 0, 999)) do
    if redis.call('HEXISTS', 'failures', id) == 1 then
      redis.call('ZADD', 'delayed:' .. queue, 'XX', 0, id)
      due = due + 1
    end
  end
end
return due
