package jp.meguri.review;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.content.ReviewState;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * What a person may see (design: people and rights): own units in all states, of others
 * what is confirmed or later and what names an own unit, the planning division
 * everything; of other cities nothing. As a predicate for {@code WHERE} clauses and, the
 * same rule, in Java.
 * <p>
 * The table needs the columns {@code municipality}, {@code owner_unit}, {@code state} and
 * {@code named_units uuid[]}.
 */
public final class ReviewScope {

	private static final String[] READABLE_BY_ALL = Arrays.stream(ReviewState.values())
		.filter(ReviewState::isConfirmedOrLater)
		.map(Enum::name)
		.toArray(String[]::new);

	private final UUID municipality;

	private final Set<UUID> units;

	private final boolean planning;

	private ReviewScope(UUID municipality, Set<UUID> units, boolean planning) {
		this.municipality = municipality;
		this.units = units;
		this.planning = planning;
	}

	public static ReviewScope of(Actor actor) {
		Set<UUID> units = new HashSet<>(actor.writableUnits());
		units.addAll(actor.unitsAs(RoleCode.SECTION_HEAD, RoleCode.COORDINATOR, RoleCode.DEPUTY));
		return new ReviewScope(actor.municipality(), Set.copyOf(units), actor.is(RoleCode.PLANNING));
	}

	/** Whether the person may see the item. */
	public boolean includes(ReviewItem item) {
		return this.municipality.equals(item.municipality())
				&& (this.planning || item.state().isConfirmedOrLater() || includesUnitOf(item));
	}

	/**
	 * The predicate on a table or its alias; {@link #bind} gives the values.
	 */
	public String on(String table) {
		return """
				(%1$s.municipality = :scopeCity
				 and (%1$s.owner_unit = any(:scopeUnits) or %1$s.state = any(:scopeStates)
				      or :scopePlanning or %1$s.named_units && :scopeUnits))""".formatted(table);
	}

	public GenericExecuteSpec bind(GenericExecuteSpec statement) {
		return statement.bind("scopeCity", this.municipality)
			.bind("scopeUnits", this.units.toArray(UUID[]::new))
			.bind("scopeStates", READABLE_BY_ALL)
			.bind("scopePlanning", this.planning);
	}

	/**
	 * Whether the person sees the work on it, not only what was confirmed: comments,
	 * earlier versions, who returned it.
	 */
	public boolean isInvolvedIn(ReviewItem item) {
		return this.municipality.equals(item.municipality()) && (this.planning || includesUnitOf(item));
	}

	/** Whether the item belongs to or names one of the person's own units. */
	private boolean includesUnitOf(ReviewItem item) {
		return this.municipality.equals(item.municipality())
				&& (this.units.contains(item.owner()) || item.namedUnits().stream().anyMatch(this.units::contains));
	}

}
