package jp.meguri.notifications.notice;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.meguri.directory.Directory;
import jp.meguri.directory.Person;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import jp.meguri.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Who is to be told: people by role, today.
 */
@Component
public class Receivers {

	private final Directory directory;

	private final BusinessClock clock;

	Receivers(Directory directory, BusinessClock clock) {
		this.directory = directory;
		this.clock = clock;
	}

	/** The clerks of a unit. */
	public Mono<Set<UUID>> writers(UUID municipality, UUID unit) {
		return holders(municipality, unit, RoleCode.STAFF);
	}

	/** The head of the unit, or of the department above it. */
	public Mono<Set<UUID>> heads(UUID municipality, UUID unit, int fiscalYear) {
		return this.directory.unit(municipality, unit).flatMap((found) -> {
			UUID parent = found.in(fiscalYear).map(UnitYear::parent).orElse(null);
			return holders(municipality, unit, RoleCode.HEAD).flatMap((own) -> (own.isEmpty() && parent != null)
					? heads(municipality, parent, fiscalYear) : Mono.just(own));
		}).defaultIfEmpty(Set.of());
	}

	public Mono<Set<UUID>> planners(UUID municipality) {
		return this.directory.city(municipality)
			.map((city) -> ids(city.personsHolding(RoleCode.PLANNING, this.clock.today())))
			.defaultIfEmpty(Set.of());
	}

	/** Everybody but the person who caused it: nobody is told of his own doing. */
	static Set<UUID> except(Set<UUID> persons, @Nullable UUID actor) {
		Set<UUID> others = new HashSet<>(persons);
		others.remove(actor);
		return others;
	}

	private Mono<Set<UUID>> holders(UUID municipality, UUID unit, RoleCode role) {
		return this.directory.personsHolding(municipality, unit, role, this.clock.today()).map(Receivers::ids);
	}

	private static Set<UUID> ids(List<Person> persons) {
		return persons.stream().map(Person::id).collect(Collectors.toSet());
	}

}
