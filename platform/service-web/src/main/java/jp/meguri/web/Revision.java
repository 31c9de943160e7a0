package jp.meguri.web;

/**
 * The revision the caller read ({@code If-Match: "3"}). As an argument of a handler it
 * makes the header mandatory: 428 without it, 400 where it is not one strong tag.
 */
public record Revision(long value) {
}
