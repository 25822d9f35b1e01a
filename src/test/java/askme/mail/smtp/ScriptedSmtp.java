package askme.mail.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An SMTP server (RFC 5321). It sends the given reply to one command and accepts all others. */
final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final String command;
    private final String reply;

    ScriptedSmtp(String command, String reply) throws IOException {
        this.command = command;
        this.reply = reply;
        daemon(this::accept);
    }

    private static void daemon(Runnable body) {
        Thread thread = new Thread(body, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                daemon(() -> serve(client));
            }
        } catch (IOException e) {
            // The test ended.
        }
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve(Socket accepted) {
        try (Socket client = accepted;
                OutputStream out = client.getOutputStream();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(out, "220 scripted");
            boolean text = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                text &= !line.equals(".");
                if (!text) {
                    text = line.startsWith("DATA") && !line.startsWith(command);
                    say(out, line.startsWith(command) ? reply : text ? "354 go on" : "250 fine");
                }
            }
        } catch (IOException e) {
            // The client disconnected, or the test ended.
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
