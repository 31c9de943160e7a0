package jp.meguri.workbook;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Names people know instead of ids.
 *
 * @param municipality the city
 * @param unit the department or section the sheet belongs to
 * @param units names of the city's units in the sheet's year
 */
public record SheetNames(String municipality, String unit, Map<UUID, String> units) {

	private static final String NAMELESS = "（名称なし）";

	public SheetNames {
		units = Map.copyOf(units);
	}

	String of(UUID unit) {
		return this.units.getOrDefault(unit, NAMELESS);
	}

	/** The only unit of this name. */
	Optional<UUID> unitNamed(String name) {
		var named = this.units.entrySet().stream().filter((unit) -> unit.getValue().equals(name)).toList();
		return (named.size() == 1) ? Optional.of(named.get(0).getKey()) : Optional.empty();
	}

}
