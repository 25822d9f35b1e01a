package askme.mcp;

import askme.database.DatabaseUse;
import askme.session.CurrentMember;
import askme.session.SignInRequired;
import askme.session.TokenScope;
import askme.web.ApiPath;
import askme.web.LocalizedMessages;
import askme.web.Messages;
import askme.web.WebConfig;
import askme.web.http.ErrorProblems;
import askme.web.http.RequestIds;
import askme.web.ratelimit.RateLimiter;
import io.quarkiverse.mcp.server.ToolCallException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;

/**
 * Runs the tools: checks the scope and the rate as the filters do for pages and the API, and reports each error as a text that says how to
 * correct the call.
 */
@ApplicationScoped
class ToolCalls {

    private static final String TOKENS = "/profile/tokens/";

    private final CurrentVertxRequest request;
    private final CurrentMember current;
    private final RateLimiter rates;
    private final ErrorProblems problems;
    private final WebConfig web;
    private final LocalizedMessages<Messages> msg = LocalizedMessages.of(Messages.class);
    private final LocalizedMessages<McpMessages> texts = LocalizedMessages.of(McpMessages.class);

    ToolCalls(
            CurrentVertxRequest request,
            CurrentMember current,
            RateLimiter rates,
            ErrorProblems problems,
            WebConfig web) {
        this.request = request;
        this.current = current;
        this.rates = rates;
        this.problems = problems;
        this.web = web;
    }

    /** The work of a tool. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws Exception;
    }

    /** Runs a tool that reads. Only the rate of all requests limits it. */
    <T> T read(Work<T> tool) {
        return run(tool);
    }

    /** Runs a tool that reads, with a permit of this limit. */
    <T> T read(String rate, Work<T> tool) {
        return run(() -> {
            rates.require(rate, request.getCurrent());
            return tool.run();
        });
    }

    /** Runs a tool that posts as the member of the token, with a permit of this limit. */
    <T> T write(String rate, Work<T> tool) {
        return run(() -> {
            current.required();
            if (!current.allows(TokenScope.WRITE)) {
                throw new ToolCallException(texts.get().scope_missing(web.absolute(TOKENS)));
            }
            rates.require(rate, request.getCurrent());
            return tool.run();
        });
    }

    private <T> T run(Work<T> tool) {
        RoutingContext routing = request.getCurrent();
        RequestIds.adopt(routing);
        McpGate.adoptDeadline(routing);
        try {
            DatabaseUse.requireTime();
            return tool.run();
        } catch (ToolCallException refused) {
            throw refused;
        } catch (SignInRequired guest) {
            throw new ToolCallException(msg.get().token_required());
        } catch (NotFoundException missing) {
            throw new ToolCallException(texts.get().not_found());
        } catch (WebApplicationException refused) {
            throw new ToolCallException(problems.of(refused).detail());
        } catch (Exception unexpected) {
            throw new ToolCallException(
                    problems.unexpected(unexpected, ApiPath.MCP).detail());
        }
    }
}
