package jp.meguri.embedded;

import java.util.List;

/**
 * Whether a commit that was acknowledged survives a crash of the machine.
 */
public enum Durability {

	/** It does: {@code fsync} is on. */
	ON("on"),
	/**
	 * It need not: for tests, which are quicker that way. It still survives a
	 * {@code kill -9} of the server.
	 */
	OFF("off");

	private final String value;

	Durability(String value) {
		this.value = value;
	}

	List<String> settings() {
		return List.of("fsync=" + this.value, "full_page_writes=" + this.value, "synchronous_commit=on");
	}

}
