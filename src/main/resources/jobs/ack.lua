-- worker, queue, id... -> how many were still this worker's. A worker that lost a job to the reaper settles nothing.
local worker, queue = ARGV[1], ARGV[2]
local mine, done = processing(worker, queue), {}
for i = 3, #ARGV do
  if redis.call('LREM', mine, -1, ARGV[i]) == 1 then done[#done + 1] = ARGV[i] end
end
forget(done)
count(queue, 'processed', #done)
return #done
