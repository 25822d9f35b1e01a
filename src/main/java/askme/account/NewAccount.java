package askme.account;

/**
 * The data of a new account.
 *
 * @param password null if the member signs in without one
 * @param avatar the name of the stored picture, or null
 * @param mustConfirm whether the address has to be confirmed before anything is posted
 */
public record NewAccount(String email, String nickname, String password, String avatar, boolean mustConfirm) {}
