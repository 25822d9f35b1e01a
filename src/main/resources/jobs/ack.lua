-- worker, queue, id... -> the number of jobs that this worker still held. The script ignores jobs that the reaper has taken over.
local worker, queue = ARGV[1], ARGV[2]
local claimed, done = processing(worker, queue), {}
for i = 3, #ARGV do
  if redis.call('LREM', claimed, -1, ARGV[i]) == 1 then done[#done + 1] = ARGV[i] end
end
delete_live(done)
count(queue, 'processed', #done)
return #done
