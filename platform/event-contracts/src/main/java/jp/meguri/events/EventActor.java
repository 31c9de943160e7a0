package jp.meguri.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who caused an event.
 *
 * @param person the person, or null where the system acted by itself
 * @param name the person's name as shown at that time
 */
public record EventActor(@Nullable UUID person, String name) {

	public static final EventActor SYSTEM = new EventActor(null, "Meguri");

}
