package jp.meguri.directory;

import java.util.List;
import java.util.UUID;

/**
 * A city (自治体), or the operators' own tenant.
 *
 * @param slug short name in addresses, e.g. {@code nagisa}
 * @param name e.g. なぎさ市
 * @param operations whether this is not a city but the operators' own tenant
 * @param issuers identity providers that speak for this city and no other
 */
public record Municipality(UUID id, String slug, String name, boolean operations, List<String> issuers) {

	public Municipality {
		issuers = List.copyOf(issuers);
	}

}
