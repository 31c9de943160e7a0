package jp.meguri.local.service;

import java.util.List;

/**
 * A service of Meguri.
 */
public enum Service {

	CATALOG("policy-catalog-service", "catalog", 192),

	GOALS("goals-service", "goals", 224),

	EVALUATION("evaluation-service", "evaluation", 224),

	NOTIFICATION("notification-service", "notification", 192),

	GATEWAY("gateway", "gateway", 224);

	private final String module;

	private final String database;

	private final int heap;

	Service(String module, String database, int heap) {
		this.module = module;
		this.database = database;
		this.heap = heap;
	}

	/** Its directory in the checkout, which is also its name everywhere. */
	public String module() {
		return this.module;
	}

	/** Its database, whose name is also the prefix of its roles. */
	public String database() {
		return this.database;
	}

	/**
	 * Small heaps that grow when more is alive, one collector thread, no optimising
	 * compiler, freed memory given back, beans wired at build time: five services share a
	 * small machine, and start-up matters more than throughput.
	 */
	List<String> jvmOptions() {
		return List.of("-Xmx" + this.heap + "m", "-Xms64m", "-Xmn24m", "-Xss512k", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-XX:+IgnoreUnrecognizedVMOptions",
				"-XX:TrimNativeHeapInterval=10000", "-Dfile.encoding=UTF-8", "-Dspring.aot.enabled=true");
	}

}
