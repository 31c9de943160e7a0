package jp.meguri.events.wire;

import java.util.Arrays;
import jp.meguri.events.DomainEvent;

/**
 * The {@code ce_type} of an event, e.g. {@code jp.meguri.goals.GoalEvent.Confirmed}. It
 * names the family, because two families of one topic may have an event of the same name.
 *
 * @param service the announcing service's short name, e.g. {@code goals}
 * @param family the sealed family, e.g. {@code GoalEvent}
 * @param what what happened, e.g. {@code Confirmed}
 */
public record EventType(String service, String family, String what) {

	private static final String PREFIX = "jp.meguri.";

	public static EventType of(DomainEvent event) {
		Class<?> family = familyOf(event.getClass());
		String packageName = family.getPackageName();
		return new EventType(packageName.substring(packageName.lastIndexOf('.') + 1), family.getSimpleName(),
				event.getClass().getSimpleName());
	}

	public static EventType parse(String text) {
		String[] parts = text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\.", -1) : new String[0];
		if (parts.length != 3) {
			throw new UndecodableEventException("Not a type of ours", null);
		}
		return new EventType(parts[0], parts[1], parts[2]);
	}

	public boolean isOf(Class<? extends DomainEvent> family) {
		return family.getSimpleName().equals(this.family);
	}

	/** The interface directly below {@link DomainEvent}. */
	static Class<?> familyOf(Class<?> type) {
		return Arrays.stream(type.getInterfaces())
			.filter(DomainEvent.class::isAssignableFrom)
			.map((parent) -> (parent == DomainEvent.class) ? type : familyOf(parent))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(type + " is no event"));
	}

	@Override
	public String toString() {
		return PREFIX + this.service + "." + this.family + "." + this.what;
	}

}
