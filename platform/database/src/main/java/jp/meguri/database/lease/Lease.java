package jp.meguri.database.lease;

/**
 * A lease that was held when it was read.
 *
 * @param name the task
 * @param epoch goes up whenever the holder changes; a write that must not come from a
 * former holder says {@code where exists (select from lease where name = … and epoch =
 * …)}
 */
public record Lease(String name, long epoch) {
}
