package jp.meguri.embedded;

import java.util.List;

/**
 * Whether a commit that was acknowledged survives a crash of the machine.
 */
public enum Durability {

	/** It does: {@code fsync} and {@code synchronous_commit} are on. */
	ON("on"),
	/** It need not: for tests, which are quicker that way. */
	OFF("off");

	private final String value;

	Durability(String value) {
		this.value = value;
	}

	List<String> settings() {
		return List.of("fsync=" + this.value, "synchronous_commit=" + this.value, "full_page_writes=" + this.value);
	}

}
