-- worker, queue, maximum number of dead jobs, their maximum age in ms, (id, reason)... -> the number of jobs that this worker
-- still held.
local worker, queue = ARGV[1], ARGV[2]
local claimed, marked = processing(worker, queue), 0
for i = 5, #ARGV, 2 do
  if redis.call('LREM', claimed, -1, ARGV[i]) == 1 then
    marked = marked + 1
    mark_dead(ARGV[i], queue, ARGV[i + 1], tonumber(ARGV[3]), tonumber(ARGV[4]))
  end
end
return marked
