package jp.meguri.gateway.access;

import java.util.Set;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One line of the table: a method and an address, the roles that have business there, and
 * what the caller must be to the unit in the address.
 */
record Route(HttpMethod method, PathPattern address, Set<RoleCode> roles, UnitRule unitRule) {

	boolean isAt(PathContainer path) {
		return this.address.matches(path);
	}

	boolean takes(HttpMethod asked) {
		return this.method == asked || (this.method == HttpMethod.GET && asked == HttpMethod.HEAD);
	}

	boolean isFor(Actor actor) {
		return this.roles.stream().anyMatch(actor::is);
	}

	boolean namesUnit() {
		return this.unitRule != UnitRule.NO_UNIT;
	}

	boolean changesSomething() {
		return this.method != HttpMethod.GET;
	}

	UUID unitIn(PathContainer path) {
		var found = this.address.matchAndExtract(path);
		if (found == null) {
			throw new IllegalArgumentException(path + " is not at " + this);
		}
		return UUID.fromString(found.getUriVariables().get("unit"));
	}

	@Override
	public String toString() {
		return this.method + " " + this.address.getPatternString();
	}

}
