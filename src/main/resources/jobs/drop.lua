-- id... Deletes dead letters and delayed jobs for good.
undead(ARGV)
for _, id in ipairs(ARGV) do
  local readable, job = pcall(cjson.decode, redis.call('HGET', 'live', id) or '')
  if readable and redis.call('ZREM', 'delayed:' .. job.queue, id) == 1 then forget({id}) end
end
return #ARGV
