package jp.meguri.gateway.access;

/**
 * Who sent the request, as the provider named the person.
 */
public record Caller(String issuer, String subject) {
}
