/** Made up from common names; Latin-1 letters only, as the bulk loader writes them. */
const listed = (names: string): string[] => names.split(',').map((name) => name.trim());

export const femaleNames = listed(`
  Anna, Maria, Emma, Sophie, Laura, Julia, Lena, Hannah, Clara, Ella, Marie, Ida, Nora, Amelia, Olivia,
  Grace, Zoë, Chloé, Renée, Françoise, Käthe, Bärbel, Jürgine, Fatima, Aisha, Leyla, Elif, Zeynep, Priya,
  Ananya, Mei, Yuki, Ingrid, Astrid, Sofía, Inés, Lucía, Carmen, Giulia, Chiara, Olga, Natalia, Irina,
  Katarzyna, Agnieszka, Ruth, Esther, Margaret, Dorothy`);

export const maleNames = listed(`
  Paul, Max, Leon, Jonas, Felix, Lukas, Karl, Emil, Anton, Oskar, Henry, Jack, George, Oliver, Arthur,
  Noël, René, François, Jürgen, Günter, Björn, Sören, Jörg, Mehmet, Emre, Yusuf, Ali, Omar, Amadou,
  Kwame, Raj, Arjun, Wei, Hiroshi, Lars, Erik, José, Andrés, Álvaro, Marco, Luca, Ivan, Piotr, Tomasz,
  David, Samuel, Walter, Harold, Bruno`);

export const familyNames = listed(`
  Müller, Schmidt, Schneider, Fischer, Weber, Meyer, Wagner, Becker, Schulz, Hoffmann, Schäfer, Koch,
  Bauer, Richter, Klein, Wolf, Schröder, Neumann, Schwarz, Zimmermann, Braun, Krüger, Hartmann, Lange,
  Werner, Krause, Lehmann, Köhler, Maier, Mayer, Huber, Kaiser, Fuchs, Peters, Scholz, Möller, Weiß,
  Jung, Hahn, Vogel, Keller, Günther, Frank, Berger, Winkler, Roth, Beck, Lorenz, Baumann, Franke, Smith,
  Jones, Taylor, Brown, Williams, Wilson, Johnson, Davies, Robinson, Wright, Thompson, Evans, Walker,
  White, Roberts, Green, Hall, Wood, Jackson, Clarke, Patel, Khan, Singh, Ahmed, Hussain, Yilmaz, Kaya,
  Demir, Öztürk, Aydin, Nowak, Kowalski, Wójcik, Novák, Horvath, Kovács, Ivanov, Petrov, Nguyen, Tran,
  Chen, Wang, Kim, Tanaka, Sato, Diallo, Mensah, Okafor, García, Fernández, López, Pérez, Sánchez,
  Romano, Ricci, Moretti, Dubois, Lefèvre, Moreau, Girard, Andersson, Johansson, Sørensen, Nielsen,
  O'Brien, O'Connor, Murphy, Kelly, van Dijk, de Vries, Jansen, Bakker, Silva, Costa`);

export const streetNames = listed(`
  Lindenstraße, Gartenweg, Kirchgasse, Hauptstraße, Am Bach, Rosenweg, Mühlenweg, Schulstraße,
  High Street, Church Lane, Mill Road, Station Road, Park Avenue, Victoria Street, Queens Road`);

export const insurers = listed(`
  Nordkasse, Südkasse, Albion Health, Helvia, Unity Mutual, Civitas`);
