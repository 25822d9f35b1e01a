package askme.account;

/**
 * What an account is made of.
 *
 * @param avatar the name of the stored picture, or null
 */
record NewAccount(String email, String nickname, String password, String avatar) {}
