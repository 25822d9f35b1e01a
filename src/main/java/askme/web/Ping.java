package askme.web;
import jakarta.ws.rs.*;
@Path("/ping") public class Ping { @GET public String x(){return "pong";} }
