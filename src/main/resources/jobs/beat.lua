-- worker -> a sign of life.
return redis.call('ZADD', 'workers', now(), ARGV[1])
