package askme.provider;

/**
 * The parameters with which a provider sends the browser back.
 *
 * @param code null if the provider refused
 * @param issuer who answers (RFC 9207); null if the provider does not say it
 * @param error null if the provider agreed
 */
public record ProviderAnswer(String code, String issuer, String error) {}
