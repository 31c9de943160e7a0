package jp.meguri.notifications.notice;

import java.util.Set;
import java.util.UUID;

/**
 * A notice before anybody is told.
 *
 * @param municipality the city
 * @param persons who is to be told
 * @param businessKey exists once per person: a second notice with this key only adds its
 * item to the first
 * @param item the goal, report, release or deadline it is about
 * @param link page of the UI, with the place on it
 */
public record NoticeDraft(UUID municipality, Set<UUID> persons, String businessKey, NoticeKind kind, Facts facts,
		UUID item, String link) {

	public NoticeDraft {
		persons = Set.copyOf(persons);
	}

}
