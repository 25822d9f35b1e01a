-- worker, queue, most dead letters, their age in ms, (id, reason)... -> how many were still this worker's.
local worker, queue = ARGV[1], ARGV[2]
local mine, buried = processing(worker, queue), 0
for i = 5, #ARGV, 2 do
  if redis.call('LREM', mine, -1, ARGV[i]) == 1 then
    buried = buried + 1
    bury(ARGV[i], queue, ARGV[i + 1], tonumber(ARGV[3]), tonumber(ARGV[4]))
  end
end
return buried
