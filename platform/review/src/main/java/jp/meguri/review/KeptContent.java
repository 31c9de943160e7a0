package jp.meguri.review;

import java.time.Instant;
import java.util.UUID;

/**
 * That a revision was kept, without its content.
 *
 * @param item the goal or report
 * @param occasion what happened to it then
 * @param actor who did it
 */
public record KeptContent(UUID item, long revision, Occasion occasion, UUID actor, String actorName, Instant at) {
}
