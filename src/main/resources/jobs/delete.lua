-- id... Deletes dead and delayed jobs permanently.
delete_dead(ARGV)
for _, id in ipairs(ARGV) do
  local readable, job = pcall(cjson.decode, redis.call('HGET', 'live', id) or '')
  if readable and redis.call('ZREM', 'delayed:' .. job.queue, id) == 1 then delete_live({id}) end
end
return #ARGV
