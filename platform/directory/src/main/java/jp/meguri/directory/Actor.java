package jp.meguri.directory;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.meguri.events.EventActor;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;

/**
 * Who is asking: a person of a city with the roles valid today. Several units at once are
 * 兼務.
 *
 * @param city the city whose provider signed the person in
 * @param roles all of them, also those that cover the sections of a department
 */
public record Actor(UUID person, String name, Municipality city, List<Role> roles) {

	private static final Set<RoleCode> WRITING = EnumSet.of(RoleCode.STAFF, RoleCode.HEAD);

	public Actor {
		roles = List.copyOf(roles);
	}

	/** The id of the city. */
	public UUID municipality() {
		return this.city.id();
	}

	public boolean is(RoleCode code) {
		return this.roles.stream().anyMatch((role) -> role.code() == code);
	}

	public boolean holds(RoleCode code, UUID unit) {
		return this.roles.stream().anyMatch((role) -> role.code() == code && role.unit().equals(unit));
	}

	/** The units at which one of these roles holds. */
	public Set<UUID> unitsAs(RoleCode... codes) {
		Set<RoleCode> wanted = codes.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(codes));
		return units(this.roles.stream().filter((role) -> wanted.contains(role.code())));
	}

	/** All units at which any role holds. */
	public Set<UUID> units() {
		return units(this.roles.stream());
	}

	/**
	 * The units whose goals and reports this person may write: as STAFF or HEAD, and the
	 * planning division's own.
	 */
	public Set<UUID> writableUnits() {
		return units(this.roles.stream().filter(Actor::mayWrite));
	}

	/** Runs the platform and sees no business content. */
	public boolean isOperator() {
		return is(RoleCode.OPERATOR);
	}

	public EventActor toEventActor() {
		return new EventActor(this.person, this.name);
	}

	private static boolean mayWrite(Role role) {
		return WRITING.contains(role.code()) || (role.code() == RoleCode.PLANNING && role.isDirect());
	}

	private static Set<UUID> units(Stream<Role> roles) {
		return roles.map(Role::unit).collect(Collectors.toUnmodifiableSet());
	}

}
