-- worker, id or ''. Stores the job that the worker executes while it executes no other one; '' if it executes several.
if ARGV[2] == '' then return redis.call('HDEL', 'alone', ARGV[1]) end
return redis.call('HSET', 'alone', ARGV[1], ARGV[2])
