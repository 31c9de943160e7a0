package jp.meguri.events.content;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a goal of a plan, or takes part (取組主管課, 関係課等).
 *
 * @param id stays the same through all revisions
 * @param role what it does
 * @param unit the unit of the city office, or null where none is known
 * @param name the section, body or group as printed
 * @param group whether the name is no unit but a selection (全ての課等)
 */
public record Responsibility(UUID id, Role role, @Nullable UUID unit, String name, boolean group) {

	/**
	 * {@code UNKNOWN}: one of several leads without a mark, so that who leads is not
	 * printed (domain guide 3.4-4).
	 */
	public enum Role {

		PRIMARY, CO_LEAD, RELATED, UNKNOWN

	}

}
