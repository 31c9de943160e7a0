package jp.meguri.database;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.InfrastructureProxy;

/**
 * Connections of the worker role. A transaction binds its connection under
 * {@link #getWrappedObject()}, which is the app role's factory: whoever asks for a
 * connection inside a transaction, through either client, gets the transaction's own. So
 * the same repositories serve requests and consumers.
 */
final class WorkerConnectionFactory
		implements ConnectionFactory, Wrapped<ConnectionFactory>, InfrastructureProxy, DisposableBean {

	private final ConnectionPool pool;

	private final ConnectionFactory boundAs;

	WorkerConnectionFactory(ConnectionPool pool, ConnectionFactory boundAs) {
		this.pool = pool;
		this.boundAs = boundAs;
	}

	@Override
	public Publisher<? extends Connection> create() {
		return this.pool.create();
	}

	@Override
	public ConnectionFactoryMetadata getMetadata() {
		return this.pool.getMetadata();
	}

	@Override
	public ConnectionFactory unwrap() {
		return this.pool;
	}

	@Override
	public Object getWrappedObject() {
		return this.boundAs;
	}

	@Override
	public void destroy() {
		this.pool.dispose();
	}

}
