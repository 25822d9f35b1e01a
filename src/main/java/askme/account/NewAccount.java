package askme.account;

/**
 * The data of a new account.
 *
 * @param avatar the name of the stored picture, or null
 */
record NewAccount(String email, String nickname, String password, String avatar) {}
